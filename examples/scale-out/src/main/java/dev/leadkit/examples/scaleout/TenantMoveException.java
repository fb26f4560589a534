package dev.leadkit.examples.scaleout;

/** A tenant's copy is not what it was copied from. The tenant stays where it is. */
public final class TenantMoveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String tenant;
    private final String table;

    TenantMoveException(String tenant, String table, TenantTable.Digest expected, TenantTable.Digest found) {
        super("%s of %s: expected %s, found %s in the copy; the tenant was not moved"
                .formatted(table, tenant, expected, found));
        this.tenant = tenant;
        this.table = table;
    }

    public String tenant() {
        return tenant;
    }

    /** The first that differs. */
    public String table() {
        return table;
    }
}
