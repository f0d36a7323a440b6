/** Why a file cannot be read or written, in words for people. */
export interface Unusable {
  readonly kind: 'unusable';
  readonly message: string;
  /** How to mend it. */
  readonly hint: string;
}

export function unusable(message: string, hint: string): Unusable {
  return { kind: 'unusable', message, hint };
}

export function whyNotRead(error: unknown): Unusable {
  switch (codeOf(error)) {
    case 'ENOENT':
      return unusable('There is no such file.', 'Check the path.');
    case 'ENOTDIR':
      return unusable('A part of the path is not a folder.', 'Check the path.');
    case 'EACCES':
    case 'EPERM':
      return unusable('The file may not be read.', 'Check its permissions.');
    default:
      return unusable(`The file cannot be read: ${reason(error)}.`, 'Check the path.');
  }
}

export function whyNotWritten(error: unknown): Unusable {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return unusable('The folder of the file does not exist.', 'Save the file elsewhere.');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return unusable('The file may not be written.', 'Check the permissions of the file and its folder.');
    case 'ENOSPC':
    case 'EDQUOT':
      return unusable('There is no space left for the file.', 'Free some space, or save it elsewhere.');
    case 'EISDIR':
      return unusable('There is a folder of that name.', 'Save the file under another name.');
    default:
      return unusable(`The file cannot be written: ${reason(error)}.`, 'Save the file elsewhere.');
  }
}

/** Whether nothing is there. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
