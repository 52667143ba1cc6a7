/** Options of {@link openStore}. */
export interface StoreOptions {
  /** File that holds the store, created when absent; its directory must exist. `:memory:` for a store that ends with the process. */
  readonly path: string;
  /** Threads of the database; default: as many as the machine has cores. Never changes a figure, only the time it takes. */
  readonly threads?: number;
  /** Most memory the database may take, for example `2GB`; default `4GB`. A store in a file moves to disk what does not fit. */
  readonly memoryLimit?: string;
  /** Directories that {@link Store.exportParquet} may write to, and no others; default: none. */
  readonly directories?: readonly string[];
  /**
   * Name of the tenant whose data this store holds. Written into a new file; a file that holds another tenant's data is
   * refused. Absent: not checked.
   */
  readonly tenant?: string;
}
