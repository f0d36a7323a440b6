/** A folder that was dropped on the window, in every form a browser gives it. They have to be asked for while it is dropped. */

export interface DroppedFolder {
  /** The desktop knows its path by it. */
  readonly file: File;
  /** Null where the browser has no File System Access. */
  readonly handle: Promise<FileSystemHandle | null> | null;
  readonly entry: FileSystemEntry;
}

interface ItemWithHandle {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

/** Undefined when the first thing that was dropped is no folder. */
export function droppedFolder({ items }: Pick<DataTransfer, 'items'>): DroppedFolder | undefined {
  const [item] = items;
  const [file, entry] = [item?.getAsFile() ?? null, item?.webkitGetAsEntry() ?? null];
  if (item === undefined || file === null || entry?.isDirectory !== true) return undefined;
  const { getAsFileSystemHandle } = item as ItemWithHandle;
  return { file, handle: getAsFileSystemHandle?.call(item) ?? null, entry };
}
