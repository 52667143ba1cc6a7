const statement = /^import (type )?\{([^}]*)\} from ('[^']+');\n/gm;
const width = 110;

/** Takes names out of import statements that nothing uses any more, and statements without names. */
export function dropUnusedImports(text: string): string {
  const code = text.replace(statement, '').replace(/^\s*(\/\/|\*|\/\*\*).*$/gm, '');
  return text.replace(statement, (_, type: string | undefined, list: string, from: string) => {
    const names = list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && new RegExp(`\\b${name.split(' ').at(-1)}\\b`).test(code));
    if (names.length === 0) return '';
    const short = `import ${type ?? ''}{ ${names.join(', ')} } from ${from};\n`;
    return short.length <= width + 1
      ? short
      : `import ${type ?? ''}{\n${names.map((name) => `  ${name},\n`).join('')}} from ${from};\n`;
  });
}
