// The OASIS schemas, read in place; every object is checked by that of its type.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { testDataFolder } from '../reading';

/** A function that says what is wrong with an object, or null where the schemas are not beside the repository. */
export function stixValidator(): ((object: { type: string }) => string | null) | null {
  const folder = testDataFolder('stix/schemas');
  if (folder === null) return null;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, unicodeRegExp: false });
  const byType = new Map<string, string>();
  for (const room of ['common', 'sdos', 'sros', 'observables']) {
    for (const name of readdirSync(path.join(folder, room))) {
      const schema = JSON.parse(readFileSync(path.join(folder, room, name), 'utf8')) as { $id: string };
      ajv.addSchema(schema);
      byType.set(name.replace('.json', ''), schema.$id);
    }
  }
  return (object) => {
    const id = byType.get(object.type);
    if (id === undefined) return `no schema for ${object.type}`;
    const validate = ajv.getSchema(id)!;
    return validate(object) === true ? null : ajv.errorsText(validate.errors);
  };
}
