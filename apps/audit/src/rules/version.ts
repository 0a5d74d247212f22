/** Changes whenever a rule is added, dropped or finds something else (see CHANGELOG.md): year, month, and the how manieth of it. */
export const RULE_SET = '2026.11.10';
