/** A name as it appears in a message: quoted, on one line, and cut when somebody pasted a novel. */
export function quote(name: string): string {
  const line = name.replaceAll(/\s+/g, ' ');
  return line.length <= LONGEST ? `'${line}'` : `'${line.slice(0, LONGEST)}…'`;
}

const LONGEST = 80;
