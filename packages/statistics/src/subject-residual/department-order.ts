/** The results of each department: positions in `order` from `starts[department]` up to `starts[department + 1]`, students together. */
export interface DepartmentOrder {
  readonly starts: Int32Array;
  readonly order: Int32Array;
}

/** Gathers the results of each department, in the order in which they are. */
export function departmentOrder(departments: Int32Array, count: number): DepartmentOrder {
  const starts = new Int32Array(count + 1);
  for (const department of departments) starts[department + 1]! += 1;
  for (let department = 0; department < count; department += 1)
    starts[department + 1]! += starts[department]!;
  const next = starts.slice(0, count);
  const order = new Int32Array(departments.length);
  for (let place = 0; place < departments.length; place += 1) {
    const department = departments[place]!;
    order[next[department]!] = place;
    next[department]! += 1;
  }
  return { starts, order };
}
