/** Where an indicator comes from. */
export interface Source {
  readonly kind: 'book' | 'official' | 'paper';
  /** In one line, as shown to readers. */
  readonly text: string;
}

/** A system of the evidence base, for example `book('B6')`, or a chapter, `book('ch. 10')`. */
export function book(id: string): Source {
  return { kind: 'book', text: id };
}

/** A definition by an official body, for example `official('DfE', 'Pupil absence in schools: methodology')`. */
export function official(body: string, title: string): Source {
  return { kind: 'official', text: `${body}, ${title}` };
}

/** A publication, with authors and year in its text. */
export function paper(text: string): Source {
  return { kind: 'paper', text };
}
