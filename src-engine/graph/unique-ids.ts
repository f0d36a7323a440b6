/** Names, with `#2`, `#3` … where one stands again, also when somebody has written such a name himself. Pure. */
export function uniqueIds(names: readonly string[]): readonly string[] {
  const taken = new Set(names);
  const repeats = new Map<string, number>();
  return names.map((name) => {
    const earlier = repeats.get(name);
    let repeat = (earlier ?? 0) + 1;
    while (repeat > 1 && taken.has(`${name}#${repeat}`)) repeat += 1;
    repeats.set(name, repeat);
    const id = repeat === 1 ? name : `${name}#${repeat}`;
    taken.add(id);
    return id;
  });
}
