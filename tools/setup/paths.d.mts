/** The repository's top folder. */
export declare const root: string;
/** A path inside the repository. */
export declare function inRoot(...parts: string[]): string;
