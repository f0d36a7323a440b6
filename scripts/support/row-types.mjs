/** TypeScript row types of tables, views and table functions, read from the catalog of a database. */

/** JavaScript type by PostgreSQL type, as src-engine/store/connection/values.ts decodes them. */
const TYPES = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  oid: 'number',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  json: 'unknown',
  jsonb: 'unknown',
};

const HEAD = `/**
 * Generated from the catalog by \`npm run generate\`: one interface per table, view and function that
 * returns rows. Times are text in UTC, numeric is text, json is parsed.
 */
`;

const RELATIONS = `
select c.relname as owner, n.nspname as schema, obj_description(c.oid, 'pg_class') as comment,
  a.attname as name, t.typname as type, a.attnotnull as required
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
where n.nspname in ('public', 'workbench') and c.relkind in ('r', 'v')
order by c.relname collate "C", a.attnum`;

const FUNCTIONS = `
select p.proname as owner, n.nspname as schema, obj_description(p.oid, 'pg_proc') as comment,
  p.proargnames[k] as name, t.typname as type, false as required
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
cross join lateral generate_subscripts(p.proargmodes, 1) k
join pg_type t on t.oid = p.proallargtypes[k]
where n.nspname in ('public', 'workbench') and p.proretset and p.proargmodes[k] = 't'
order by p.proname collate "C", p.oid, k`;

/** The text of the module. */
export async function rowTypes(database) {
  const rows = [...(await database.query(RELATIONS)), ...(await database.query(FUNCTIONS))];
  const owners = new Map();
  for (const row of rows) {
    const key = `${row.schema}.${row.owner}`;
    const columns = owners.get(key) ?? new Map();
    columns.set(row.name, row);
    owners.set(key, columns);
  }
  return HEAD + [...owners].map(([key, columns]) => interfaceOf(key, [...columns.values()])).join('\n');
}

function interfaceOf(key, columns) {
  const fields = columns.map(({ name, type, required }) => {
    const nullable = required || typeOf(type) === 'unknown' ? '' : ' | null';
    return `  readonly ${name}: ${typeOf(type)}${nullable};`;
  });
  const { comment, owner } = columns[0];
  const doc = comment === null ? key : `${key}: ${comment}`;
  return `/** ${doc.replaceAll('*/', '* /')} */\nexport interface ${pascal(owner)}Row {\n${fields.join('\n')}\n}\n`;
}

function typeOf(type) {
  return type.startsWith('_') ? `readonly ${nullableElement(type.slice(1))}[]` : (TYPES[type] ?? 'string');
}

function nullableElement(type) {
  const element = TYPES[type] ?? 'string';
  return element === 'unknown' ? element : `(${element} | null)`;
}

function pascal(name) {
  return name.replace(/(?:^|_)(\w)/g, (_, letter) => letter.toUpperCase());
}
