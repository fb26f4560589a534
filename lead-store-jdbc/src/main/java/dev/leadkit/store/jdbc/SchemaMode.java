package dev.leadkit.store.jdbc;

/** What a store does about its tables when it is opened. */
public enum SchemaMode {
    /** Creates what is missing. Two processes may do so at the same time. */
    MIGRATE,
    /** Changes nothing, and refuses to open where the tables are not those of this release. */
    VALIDATE,
    /** Does not look. */
    NONE
}
