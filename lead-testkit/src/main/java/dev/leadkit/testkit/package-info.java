/**
 * What a user of LeadKit tests with, at test scope. Whoever writes a store extends
 * {@link dev.leadkit.testkit.LeadStoreContract}; whoever writes capture rules extends
 * {@link dev.leadkit.testkit.CaptureRuleLaws}; whoever tests a host starts at {@link dev.leadkit.testkit.Leads},
 * which makes ready values in a line, or at {@link dev.leadkit.testkit.LeadKitDomain} for jqwik properties.
 */
@NullMarked
package dev.leadkit.testkit;

import org.jspecify.annotations.NullMarked;
