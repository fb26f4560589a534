package dev.leadkit.testkit;

import dev.leadkit.store.LeadStore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every promise of {@link LeadStore}, as numbered rules that a store keeps or breaks. A store that passes is as good as
 * ours. Extend it, hand over a store, and run it with JUnit:
 *
 * <pre>{@code
 * class MyLeadStoreTest extends LeadStoreContract {
 *     @Override
 *     protected LeadStore openStore() {
 *         return new MyLeadStore(freshDirectory());
 *     }
 * }
 * }</pre>
 *
 * <p>Each rule gets a store of its own, so that rules may run in any order and none sees another's leads. No rule is
 * ever skipped. A failure begins with the rule's number and what the store promises; the numbers stay the same from
 * release to release, and new rules come at the end.
 */
@SuppressWarnings("exports") // the extension is ours alone; implementers extend the contract and nothing else
@ExtendWith(StoreContractExtension.class)
@TestMethodOrder(MethodOrderer.DisplayName.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
public abstract class LeadStoreContract
        implements CommitRules,
                VersionRules,
                ClaimRules,
                IdentityRules,
                ConversationRules,
                TimelineRules,
                ListRules,
                PagingRules,
                SearchRules,
                BoardRules,
                FilterRules,
                BulkRules,
                TenantRules,
                ConcurrencyRules,
                OutboxRules,
                ErasureRules,
                JoiningRules,
                DocumentRules,
                ScoreDueRules,
                SizeRules {

    /** For subclasses. */
    protected LeadStoreContract() {}

    /**
     * A fresh store with nothing in it. Called once before each rule.
     *
     * @throws Exception if it can't be opened; the rule then fails
     */
    protected abstract LeadStore openStore() throws Exception;

    /**
     * Gives back what {@link #openStore()} took. Called once after each rule, whether it was kept or broken; does
     * nothing unless overridden.
     *
     * @throws Exception if it can't be closed; the rule then fails
     */
    protected void closeStore(LeadStore store) throws Exception {}
}
