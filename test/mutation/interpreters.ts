/** Where a channel makes its claims: each `interpret`, each function that answers a `Claim`, and what they read in their file. */
import ts from 'typescript'

const isInterpreter = (node: ts.Node): boolean => {
  if (ts.isPropertyAssignment(node)) return node.name.getText() === 'interpret' && !ts.isIdentifier(node.initializer)
  if (!ts.isVariableDeclaration(node) || !node.initializer) return false
  return ts.isArrowFunction(node.initializer) && node.initializer.type?.getText() === 'Claim'
}

const within = (node: ts.Node): readonly ts.Node[] => {
  const nodes: ts.Node[] = [node]
  node.forEachChild((inner) => void nodes.push(...within(inner)))
  return nodes
}

const namesIn = (node: ts.Node): readonly string[] =>
  within(node).flatMap((each) => (ts.isIdentifier(each) ? each.text : []))

export const interpretersIn = (file: string, text: string): readonly ts.Node[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const found = within(source).filter(isInterpreter)
  const names = found.flatMap(namesIn)
  const tables = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .filter((each) => names.includes(each.name.getText()) && !found.includes(each))
  return [...found, ...tables]
}

/** As Stryker takes it: `file:line:column-line:column`. */
export const rangeOf = (node: ts.Node): string => {
  const source = node.getSourceFile()
  const at = (place: number) => {
    const { line, character } = source.getLineAndCharacterOfPosition(place)
    return `${line + 1}:${character}`
  }
  return `${source.fileName}:${at(node.getStart())}-${at(node.end)}`
}
