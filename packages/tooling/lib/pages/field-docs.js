import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { root } from '../run.js';

/**
 * What the docstrings of the model say of the fields of entities, as `Entity.field` → text. Docstrings are for people who read the source; the pages
 * for people who do not are made from them, so that a meaning is written once.
 *
 * @returns {Map<string, string>}
 */
export function fieldDocs() {
  const folder = resolve(root, 'packages/model/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  return new Map(files.flatMap((file) => docsOf(readFileSync(join(folder, file), 'utf8'))));
}

/** @param {string} text @returns {[string, string][]} */
export function docsOf(text) {
  const source = ts.createSourceFile('entity.ts', text, ts.ScriptTarget.Latest, true);
  /** @type {[string, string][]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'defineEntity')
      found.push(...docsOfEntity(/** @type {ts.ObjectLiteralExpression} */ (node.arguments[0])));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** @param {ts.ObjectLiteralExpression} definition @returns {[string, string][]} */
function docsOfEntity(definition) {
  const name = /** @type {ts.StringLiteral} */ (initializerOf(definition, 'name')).text;
  const schema = /** @type {ts.CallExpression} */ (initializerOf(definition, 'schema'));
  const shape = /** @type {ts.ObjectLiteralExpression} */ (schema.arguments[0]);
  return shape.properties.flatMap((property) => {
    const [doc] = ts.getJSDocCommentsAndTags(property);
    const words = doc === undefined ? undefined : ts.getTextOfJSDocComment(doc.comment);
    return words === undefined
      ? []
      : [[`${name}.${property.name?.getText()}`, words.replaceAll(/\s+/g, ' ').trim()]];
  });
}

/** @param {ts.ObjectLiteralExpression} object @param {string} name */
function initializerOf(object, name) {
  const property = object.properties.find((one) => one.name?.getText() === name);
  return /** @type {ts.PropertyAssignment} */ (property).initializer;
}
