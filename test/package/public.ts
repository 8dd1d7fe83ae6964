/** What the doors give out, as the compiler sees it: each name, each member of it, and what its comment says. */
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { root } from './tarball.ts'

/** A public name and its comment, `''` where there is none. */
export interface Public {
  readonly name: string
  readonly says: string
  /** A time, a length or an amount needs its unit. */
  readonly isNumber: boolean
}

const source = join(root, 'src')
/** `cli` is a command, and `mini` has the names of `index`. */
const doors = readdirSync(source)
  .filter((file) => file.endsWith('.ts') && !['cli.ts', 'mini.ts'].includes(file))
  .map((file) => join(source, file))

const program = ts.createProgram(doors, {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  strict: true,
  noEmit: true,
  types: ['node'],
})
const checker = program.getTypeChecker()

const resolved = (symbol: ts.Symbol): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol

const isOurs = ({ declarations = [] }: ts.Symbol): boolean =>
  declarations.some((each) => each.getSourceFile().fileName.startsWith(source))

const textOf = (symbol: ts.Symbol): string =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim()

/** The fields of a type that is written out, or of an object with a line for each. */
const written = ({ declarations = [] }: ts.Symbol): readonly ts.Symbol[] =>
  declarations.flatMap((each) => {
    if (ts.isTypeAliasDeclaration(each) && ts.isTypeLiteralNode(each.type))
      return checker.getPropertiesOfType(checker.getTypeFromTypeNode(each.type))
    if (!ts.isVariableDeclaration(each) || !each.initializer || !ts.isObjectLiteralExpression(each.initializer))
      return []
    return checker
      .getPropertiesOfType(checker.getTypeAtLocation(each.initializer))
      .filter(({ valueDeclaration }) => valueDeclaration && ts.isPropertyAssignment(valueDeclaration))
  })

/** Of an interface, a class, or a type that is written out; what it takes over from elsewhere is not ours to describe. */
const membersOf = (symbol: ts.Symbol): readonly ts.Symbol[] => {
  const named = [...(symbol.members?.values() ?? []), ...written(symbol)]
  const seen = ts.SymbolFlags.Property | ts.SymbolFlags.Method | ts.SymbolFlags.Accessor
  return named.filter((each) => each.flags & seen && !each.name.startsWith('__') && isOurs(each))
}

/** A field that was made from the contract is told of where its type is. */
const saysOf = (member: ts.Symbol, outside: string): string =>
  textOf(member) || (outside.includes(`\`${member.name}\``) ? outside : '')

const isNumber = (member: ts.Symbol): boolean => /^number\b/.test(checker.typeToString(checker.getTypeOfSymbol(member)))

const told = (door: string, symbol: ts.Symbol): readonly Public[] => {
  const target = resolved(symbol)
  if (!isOurs(target)) return []
  const name = `${door}: ${symbol.name}`
  const says = textOf(target)
  const members = membersOf(target).map((each) => ({
    name: `${name}.${each.name}`,
    says: saysOf(each, says),
    isNumber: isNumber(each),
  }))
  return [{ name, says, isNumber: false }, ...members]
}

/** Every name that a user can import, and every field that he can read or set. */
export const publicNames: readonly Public[] = doors.flatMap((file) => {
  const module = program.getSourceFile(file)
  const symbol = module && checker.getSymbolAtLocation(module)
  const door = relative(source, file).replace('.ts', '')
  return symbol ? checker.getExportsOfModule(symbol).flatMap((each) => told(door, each)) : []
})
