/**
 * Where the functions of a file stand: found in its text by the compiler's own parser, so that what
 * names them cannot point at other lines.
 */
import type { Node, SourceFile } from 'typescript';

export interface SourceFunction {
	/** As written, such as `#join`; `constructor` of a class. */
	readonly name: string;
	/** Lines from 1: the first and the last of its declaration, without the comment above. */
	readonly first: number;
	readonly last: number;
}

/** Methods and functions with a name and a body, in their order; those inside of others are theirs. */
export async function findFunctions(source: string): Promise<SourceFunction[]> {
	const { default: ts } = await import('typescript');
	const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest);
	const found: SourceFunction[] = [];
	const visit = (node: Node): void => {
		if (ts.isMethodDeclaration(node)) found.push(place(node, node.name.getText(file), file));
		else if (ts.isConstructorDeclaration(node)) found.push(place(node, 'constructor', file));
		else if (ts.isFunctionDeclaration(node) && node.name)
			found.push(place(node, node.name.getText(file), file));
		else ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

function place(node: Node, name: string, file: SourceFile): SourceFunction {
	const lineOf = (at: number): number => file.getLineAndCharacterOfPosition(at).line + 1;
	return { name, first: lineOf(node.getStart(file)), last: lineOf(node.getEnd()) };
}
