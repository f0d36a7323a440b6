/** Why a typed text cannot be taken, in a sentence; null when it can. */

const DURATION = /^\d+(\.\d+)?(ms|s|m|h|d)?$/;

export function durationTrouble(text: string): string | null {
  return text === '' || DURATION.test(text) ? null : 'A duration is a number with a unit: 250ms, 2s, 5m, 1h.';
}

export function wholeTrouble(from: number, to: number): (text: string) => string | null {
  return (text) => {
    const number = Number(text);
    const isFine = text === '' || (Number.isInteger(number) && number >= from && number <= to);
    return isFine ? null : `A whole number from ${from} to ${to}.`;
  };
}

export function chanceTrouble(text: string): string | null {
  const number = Number(text);
  return text === '' || (number >= 0 && number <= 1) ? null : 'A chance is a number from 0 to 1.';
}
