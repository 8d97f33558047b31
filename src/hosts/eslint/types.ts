/** The part of ESLint's interfaces that the plugin uses, so that its types need no ESLint to be installed. */

export interface Location {
  readonly line: number
  readonly column: number
}

export interface SourceCode {
  readonly text: string
}

export interface Fixer {
  replaceTextRange(range: [number, number], text: string): unknown
}

export interface ReportDescriptor {
  readonly loc: { readonly start: Location; readonly end: Location }
  readonly message: string
  readonly fix?: (fixer: Fixer) => unknown
  readonly suggest?: readonly { readonly desc: string; readonly fix: (fixer: Fixer) => unknown }[]
}

export interface RuleContext {
  readonly filename: string
  readonly sourceCode: SourceCode
  readonly options: readonly unknown[]
  readonly settings: Readonly<Record<string, unknown>>
  report(descriptor: ReportDescriptor): void
}

export interface EslintRule {
  readonly meta: {
    readonly type: 'problem' | 'suggestion'
    readonly docs: { readonly description: string; readonly recommended: boolean }
    readonly fixable: 'code'
    readonly hasSuggestions: true
    readonly languages: string[]
    readonly schema: object[]
    readonly defaultOptions: unknown[]
  }
  create(context: RuleContext): { Document(): void }
}

export interface EslintConfig {
  readonly name: string
  readonly plugins: Record<string, EslintPlugin>
  readonly rules: Record<string, 'error' | 'warn'>
}

export interface EslintPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string }
  readonly rules: Record<string, EslintRule>
  readonly configs: Record<'recommended' | 'all', EslintConfig>
}
