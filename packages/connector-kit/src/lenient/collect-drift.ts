type Note = (field: string) => void;

let note: Note | undefined;
let current = '';

/** Runs a parse, and tells `note` each field that did not have its shape. Parsing is synchronous, so that runs never mix. */
export function collectDrift<Result>(into: Note, parse: () => Result): Result {
  const before = note;
  note = into;
  try {
    return parse();
  } finally {
    note = before;
  }
}

/** Says which field the values parsed next belong to. */
export function enterField(field: string): void {
  current = field;
}

/** Counts that the present field, or the one named, did not have its shape. */
export function drifted(field: string = current): void {
  note?.(field);
}
