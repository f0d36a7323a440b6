/** One figure a line, with what it should be. */
export function figure(name: string, measured: string, target: string): void {
  console.log(`${name.padEnd(52)} ${measured.padEnd(28)} ${target}`);
}
