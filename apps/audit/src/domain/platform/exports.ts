/**
 * What `from iconservice import *` gives (icon-project/icon-service:iconservice/__init__.py). Names that merely live there because the
 * package imports them itself come with the star, and the old engine refuses an explicit import of them.
 */
export const platformNames: ReadonlyMap<string, 'own' | 'passed on'> = new Map([
  ...[
    'Address',
    'AddressPrefix',
    'ZERO_SCORE_ADDRESS',
    'SYSTEM_SCORE_ADDRESS',
    'GOVERNANCE_SCORE_ADDRESS',
    'IconScoreBase',
    'IconScoreDatabase',
    'IconScoreException',
    'IconServiceFlag',
    'IconSystemScoreBase',
    'InterfaceScore',
    'InterfaceSystemScore',
    'VarDB',
    'DictDB',
    'ArrayDB',
    'external',
    'payable',
    'eventlog',
    'interface',
    'isolated',
    'revert',
    'sha3_256',
    'sha_256',
    'json_dumps',
    'json_loads',
    'create_address_with_key',
    'recover_key',
    'create_interface_score',
    'get_main_prep_info',
    'get_sub_prep_info',
  ].map((name) => [name, 'own'] as const),
  ...[
    'Logger',
    'ABC',
    'ABCMeta',
    'abstractmethod',
    'wraps',
    'isfunction',
    'List',
    'Union',
    'Optional',
    'Dict',
    'Any',
    'TypedDict',
    'TYPE_CHECKING',
  ].map((name) => [name, 'passed on'] as const),
]);

/** What every contract has from IconScoreBase, in either engine. */
export const contractMembers: ReadonlySet<string> = new Set(
  `msg tx icx db block block_height now owner address call revert fallback on_install on_update create_interface_score
  is_score_active get_owner deploy get_tx_hashes_by_score_address get_score_address_by_tx_hash get_fee_sharing_proportion
  set_fee_sharing_proportion`.split(/\s+/),
);

/** Names that every Python module sees (builtins of CPython 3.7). */
export const builtinNames: ReadonlySet<string> = new Set(
  `ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError
  ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EnvironmentError
  Exception False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
  IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError
  NameError None NotADirectoryError NotImplemented NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError
  ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError
  SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
  UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError __build_class__ __debug__ __doc__
  __import__ __loader__ __name__ __package__ __spec__ __file__ abs all any ascii bin bool breakpoint bytearray bytes callable chr classmethod
  compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals
  hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord
  pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip`
    .split(/\s+/)
    .filter((name) => name !== ''),
);
