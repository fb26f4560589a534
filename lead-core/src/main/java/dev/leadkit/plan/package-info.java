/**
 * What a tenant's plan lets it use, and how much of it. Start at {@link dev.leadkit.plan.Plans}, the document, and {@link
 * dev.leadkit.plan.Entitlements}, by which a kit asks for a tenant's plan.
 */
@NullMarked
package dev.leadkit.plan;

import org.jspecify.annotations.NullMarked;
