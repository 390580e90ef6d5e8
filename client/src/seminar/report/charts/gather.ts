/** Marks that would cover each other are drawn as one. Pure. */
export interface Gathered<M> { readonly marks: readonly M[]; readonly x: number; readonly y: number }

/** `near` is the least distance between two of them. */
export function gathered<M>(marks: readonly { readonly mark: M; readonly x: number; readonly y: number }[], near: number): readonly Gathered<M>[] {
  const groups: { marks: M[]; x: number; y: number }[] = [];
  for (const { mark, x, y } of marks) {
    const close = groups.find((group) => Math.hypot(group.x - x, group.y - y) < near);
    if (close) close.marks.push(mark);
    else groups.push({ marks: [mark], x, y });
  }
  return groups;
}
