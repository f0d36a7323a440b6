/** Parts of Monaco that come without types. */
declare module 'monaco-editor/platform/storage/common/storage' {
  interface Storage {
    /** @param scope 0: of the user. @param target 0: of the user as well. */
    readonly store: (key: string, value: boolean, scope: 0, target: 0) => void;
  }
  export const IStorageService: { readonly __type: Storage };
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  export const StandaloneServices: {
    readonly get: <Service>(name: { readonly __type: Service }) => Service;
  };
}

declare module 'monaco-editor/platform/undoRedo/common/undoRedo' {
  interface UndoRedo {
    readonly pushElement: (element: {
      /** 0: of one resource. */
      readonly type: 0;
      readonly resource: { readonly path: string };
      readonly label: string;
      readonly code: string;
      readonly undo: () => void;
      readonly redo: () => void;
    }) => void;
  }
  export const IUndoRedoService: { readonly __type: UndoRedo };
}
