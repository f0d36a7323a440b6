/**
 * The catalogue cannot say which columns of a function are never null; whoever calls it can. Types of rows are made from
 * the generated ones, so that a column that changes its name or type does not compile.
 */
export type FilledRow<Row, NullableColumn extends keyof Row = never> = {
  readonly [Column in keyof Row]: Column extends NullableColumn ? Row[Column] : Filled<Row[Column]>;
};

type Filled<Value> = Value extends readonly (infer Item)[]
  ? readonly NonNullable<Item>[]
  : NonNullable<Value>;
