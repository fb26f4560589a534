/**
 * The scorecards that tenants have published: live ones, which score, and shadows, which are only compared. Start at {@link
 * dev.leadkit.scoring.tenant.TenantScorecards}.
 */
@NullMarked
package dev.leadkit.scoring.tenant;

import org.jspecify.annotations.NullMarked;
