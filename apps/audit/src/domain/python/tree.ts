/**
 * The tree of a Python source. Names follow CPython's `ast` where a person would look for them; places are offsets in UTF-16 units
 * of the decoded text, `end` excluded.
 */

export interface Place {
  readonly start: number;
  readonly end: number;
}

// --- Expressions ---------------------------------------------------------------------------------------------------------------

export interface Name extends Place {
  readonly kind: 'Name';
  readonly id: string;
}

/** `1.0` and `1` differ in `form`, as they do on a node. */
export interface NumberLiteral extends Place {
  readonly kind: 'Number';
  readonly form: 'int' | 'float' | 'imaginary';
  /** Of an int; 0n of the others. */
  readonly integer: bigint;
  /** Of a float; 0 of the others. */
  readonly float: number;
}

export interface StringLiteral extends Place {
  readonly kind: 'String';
  readonly value: string;
}

/** The value holds one character for each byte. */
export interface BytesLiteral extends Place {
  readonly kind: 'Bytes';
  readonly value: string;
}

export interface FString extends Place {
  readonly kind: 'FString';
  readonly parts: readonly (StringLiteral | FormattedValue)[];
}

export interface FormattedValue extends Place {
  readonly kind: 'FormattedValue';
  readonly value: Expression;
  readonly conversion: '' | 's' | 'r' | 'a';
  readonly format: FString | undefined;
}

export interface Constant extends Place {
  readonly kind: 'Constant';
  readonly value: true | false | null | '...';
}

export interface Attribute extends Place {
  readonly kind: 'Attribute';
  readonly value: Expression;
  readonly name: string;
  /** Where the name after the dot begins. */
  readonly nameStart: number;
}

export interface Subscript extends Place {
  readonly kind: 'Subscript';
  readonly value: Expression;
  readonly index: Expression;
}

export interface Slice extends Place {
  readonly kind: 'Slice';
  readonly lower: Expression | undefined;
  readonly upper: Expression | undefined;
  readonly step: Expression | undefined;
}

export interface Call extends Place {
  readonly kind: 'Call';
  readonly callee: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

/** `name=value`, or `**value` when the name is absent. */
export interface Keyword extends Place {
  readonly kind: 'Keyword';
  readonly name: string | undefined;
  readonly value: Expression;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '@' | '**' | '<<' | '>>' | '&' | '|' | '^';

export interface BinaryOperation extends Place {
  readonly kind: 'BinaryOperation';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryOperation extends Place {
  readonly kind: 'UnaryOperation';
  readonly operator: '+' | '-' | '~' | 'not';
  readonly operand: Expression;
}

export interface BooleanOperation extends Place {
  readonly kind: 'BooleanOperation';
  readonly operator: 'and' | 'or';
  readonly values: readonly Expression[];
}

export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not';

export interface Compare extends Place {
  readonly kind: 'Compare';
  readonly left: Expression;
  readonly operators: readonly CompareOperator[];
  readonly comparators: readonly Expression[];
}

export interface Conditional extends Place {
  readonly kind: 'Conditional';
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}

export interface Lambda extends Place {
  readonly kind: 'Lambda';
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

export interface Sequence extends Place {
  readonly kind: 'Tuple' | 'List' | 'Set';
  readonly elements: readonly Expression[];
}

/** A key is absent where the value is unpacked (`**value`). */
export interface Dict extends Place {
  readonly kind: 'Dict';
  readonly keys: readonly (Expression | undefined)[];
  readonly values: readonly Expression[];
}

export interface Comprehension extends Place {
  readonly kind: 'ListComprehension' | 'SetComprehension' | 'GeneratorExpression';
  readonly element: Expression;
  readonly generators: readonly Generator[];
}

export interface DictComprehension extends Place {
  readonly kind: 'DictComprehension';
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Generator[];
}

export interface Generator extends Place {
  readonly kind: 'Generator';
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
  readonly asynchronous: boolean;
}

export interface Await extends Place {
  readonly kind: 'Await';
  readonly value: Expression;
}

export interface Yield extends Place {
  readonly kind: 'Yield';
  readonly value: Expression | undefined;
  readonly from: boolean;
}

export interface Starred extends Place {
  readonly kind: 'Starred';
  readonly value: Expression;
}

export interface NamedExpression extends Place {
  readonly kind: 'NamedExpression';
  readonly target: Name;
  readonly value: Expression;
}

export type Expression =
  | Name
  | NumberLiteral
  | StringLiteral
  | BytesLiteral
  | FString
  | Constant
  | Attribute
  | Subscript
  | Slice
  | Call
  | BinaryOperation
  | UnaryOperation
  | BooleanOperation
  | Compare
  | Conditional
  | Lambda
  | Sequence
  | Dict
  | Comprehension
  | DictComprehension
  | Await
  | Yield
  | Starred
  | NamedExpression;

// --- Parameters ----------------------------------------------------------------------------------------------------------------

export interface Parameter extends Place {
  readonly kind: 'Parameter';
  readonly name: string;
  readonly style: 'positional-only' | 'plain' | 'variadic' | 'keyword-only' | 'keywords';
  readonly annotation: Expression | undefined;
  readonly default: Expression | undefined;
}

// --- Statements ----------------------------------------------------------------------------------------------------------------

export interface FunctionDefinition extends Place {
  readonly kind: 'FunctionDefinition';
  readonly name: string;
  readonly nameStart: number;
  readonly parameters: readonly Parameter[];
  readonly returns: Expression | undefined;
  readonly decorators: readonly Expression[];
  readonly body: readonly Statement[];
  readonly asynchronous: boolean;
}

export interface ClassDefinition extends Place {
  readonly kind: 'ClassDefinition';
  readonly name: string;
  readonly nameStart: number;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly decorators: readonly Expression[];
  readonly body: readonly Statement[];
}

export interface Return extends Place {
  readonly kind: 'Return';
  readonly value: Expression | undefined;
}

export interface Delete extends Place {
  readonly kind: 'Delete';
  readonly targets: readonly Expression[];
}

export interface Assign extends Place {
  readonly kind: 'Assign';
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface AugmentedAssign extends Place {
  readonly kind: 'AugmentedAssign';
  readonly target: Expression;
  readonly operator: BinaryOperator;
  readonly value: Expression;
}

export interface AnnotatedAssign extends Place {
  readonly kind: 'AnnotatedAssign';
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | undefined;
}

export interface For extends Place {
  readonly kind: 'For';
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
  readonly asynchronous: boolean;
}

export interface While extends Place {
  readonly kind: 'While';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

/** `if` with all its `elif`s side by side: a chain of ten thousand of them is a long list, not a deep tree. */
export interface If extends Place {
  readonly kind: 'If';
  readonly branches: readonly Branch[];
  readonly orelse: readonly Statement[];
}

export interface Branch extends Place {
  readonly kind: 'Branch';
  readonly test: Expression;
  readonly body: readonly Statement[];
}

export interface With extends Place {
  readonly kind: 'With';
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
  readonly asynchronous: boolean;
}

export interface WithItem extends Place {
  readonly kind: 'WithItem';
  readonly context: Expression;
  readonly target: Expression | undefined;
}

export interface Raise extends Place {
  readonly kind: 'Raise';
  readonly exception: Expression | undefined;
  readonly cause: Expression | undefined;
}

export interface Try extends Place {
  readonly kind: 'Try';
  readonly body: readonly Statement[];
  readonly handlers: readonly Handler[];
  readonly orelse: readonly Statement[];
  readonly last: readonly Statement[];
}

export interface Handler extends Place {
  readonly kind: 'Handler';
  readonly type: Expression | undefined;
  readonly name: string | undefined;
  readonly body: readonly Statement[];
}

export interface Assert extends Place {
  readonly kind: 'Assert';
  readonly test: Expression;
  readonly message: Expression | undefined;
}

export interface Import extends Place {
  readonly kind: 'Import';
  readonly names: readonly Alias[];
}

export interface ImportFrom extends Place {
  readonly kind: 'ImportFrom';
  /** Number of leading dots. */
  readonly level: number;
  /** Empty in `from . import x`. */
  readonly module: string;
  readonly names: readonly Alias[];
}

export interface Alias extends Place {
  readonly kind: 'Alias';
  /** Dotted; `*` for all names. */
  readonly name: string;
  readonly as: string | undefined;
}

export interface Scoped extends Place {
  readonly kind: 'Global' | 'Nonlocal';
  readonly names: readonly string[];
}

export interface ExpressionStatement extends Place {
  readonly kind: 'ExpressionStatement';
  readonly value: Expression;
}

export interface Simple extends Place {
  readonly kind: 'Pass' | 'Break' | 'Continue';
}

export interface Match extends Place {
  readonly kind: 'Match';
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}

/** The pattern is kept as the expression that it reads like. */
export interface MatchCase extends Place {
  readonly kind: 'MatchCase';
  readonly pattern: Expression;
  readonly guard: Expression | undefined;
  readonly body: readonly Statement[];
}

/** A statement that could not be read. What stands in its block was read, and is not analysed. */
export interface Broken extends Place {
  readonly kind: 'Broken';
  readonly body: readonly Statement[];
}

export type Statement =
  | FunctionDefinition
  | ClassDefinition
  | Return
  | Delete
  | Assign
  | AugmentedAssign
  | AnnotatedAssign
  | For
  | While
  | If
  | With
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Scoped
  | ExpressionStatement
  | Simple
  | Match
  | Broken;

export type Node =
  | Expression
  | Statement
  | Keyword
  | FormattedValue
  | Generator
  | Parameter
  | Branch
  | WithItem
  | Handler
  | Alias
  | MatchCase;
