/** Exit codes of the command line: 0 clean, 1 findings, 2 could not (fully) run. */
export const EXIT = { clean: 0, findings: 1, trouble: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
