/** Lint rules of this house that no published plugin has. */

/** An expected failure is a value, so a call whose `Result` nobody looks at hides a failure. */
const noDroppedResult = {
  meta: {
    type: 'problem',
    docs: { requiresTypeChecking: true },
    schema: [],
    messages: { dropped: 'This Result is dropped: handle its error, or return it.' },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const checker = services.program.getTypeChecker();
    return {
      ExpressionStatement({ expression }) {
        let inner = expression;
        while (['UnaryExpression', 'AwaitExpression', 'ChainExpression'].includes(inner.type))
          inner = inner.argument ?? inner.expression;
        if (inner.type !== 'CallExpression') return;
        const type = services.getTypeAtLocation(inner);
        const settled = checker.getAwaitedType(type) ?? type;
        if (isResult(settled)) context.report({ node: expression, messageId: 'dropped' });
      },
    };
  },
};

/** By shape, not by name: a union told apart by `ok`, with `value` on one side and `error` on the other. */
function isResult(type) {
  if (!type.isUnion()) return false;
  const has = (name) => type.types.some((member) => member.getProperty(name) !== undefined);
  return type.types.every((member) => member.getProperty('ok') !== undefined) && has('value') && has('error');
}

/** Names of files are part of the vocabulary: kebab-case, helpers of tests with a leading underscore. */
const kebabFileName = {
  meta: { type: 'suggestion', schema: [], messages: { name: 'File names are kebab-case.' } },
  create(context) {
    return {
      Program(node) {
        const name = context.filename.split('/').at(-1) ?? '';
        if (!/^_?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(name)) context.report({ node, messageId: 'name' });
      },
    };
  },
};

/** Whoever meets an exported function in an editor should learn what it does without opening its file. */
const exportedDoc = {
  meta: { type: 'suggestion', schema: [], messages: { doc: 'Say in one sentence what this does (/** … */).' } },
  create(context) {
    return {
      'ExportNamedDeclaration:matches([declaration.type="FunctionDeclaration"], [declaration.type="ClassDeclaration"])'(node) {
        const comment = context.sourceCode.getCommentsBefore(node).at(-1);
        const isDoc = comment?.type === 'Block' && comment.value.startsWith('*');
        if (!isDoc || comment.loc.end.line < node.loc.start.line - 1) context.report({ node, messageId: 'doc' });
      },
    };
  },
};

export const houseRules = {
  rules: { 'no-dropped-result': noDroppedResult, 'kebab-file-name': kebabFileName, 'exported-doc': exportedDoc },
};
