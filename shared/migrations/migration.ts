/** What one upgrade of rows is. */
import type { TableName } from '../model/tables';

export type OldRow = Readonly<Record<string, unknown>>;

export interface Migration {
  /** The model version a row has before this step; it has the next one after it. */
  readonly from: number;
  readonly rows: { readonly [Table in TableName]?: (row: OldRow) => OldRow };
}
