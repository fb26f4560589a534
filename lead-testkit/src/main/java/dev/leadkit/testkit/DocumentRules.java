package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.ANN;
import static dev.leadkit.testkit.Leads.GLOBEX;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.Documents;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleDocumentException;
import dev.leadkit.store.UnsupportedCapabilityException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is kept beside the leads. A store that declares no documents must refuse them. */
interface DocumentRules {
    DocumentKey VIEW = new DocumentKey("view", "mine");

    @Test
    @DisplayName("STORE-112 a document is read back equal, in every part, and gets the next version")
    default void a_document_is_read_back_equal(StoreUnderTest store) {
        if (refusesDocuments(store)) {
            return;
        }
        write(store, ACME, VIEW, 0, "{\"stage\": \"new\", \"q\": \"ü 🙂\"}");
        assertThat(documents(store).find(ACME, VIEW))
                .contains(new Document(VIEW, 1, "{\"stage\": \"new\", \"q\": \"ü 🙂\"}", NOW, ANN));

        write(store, ACME, VIEW, 1, "");

        assertThat(documents(store).find(ACME, VIEW)).contains(new Document(VIEW, 2, "", NOW, ANN));
        assertThat(documents(store).find(GLOBEX, VIEW)).isEmpty();
        assertThat(documents(store).find(ACME, new DocumentKey("view", "Mine"))).isEmpty();
        assertThat(documents(store).find(ACME, new DocumentKey("views", "mine")))
                .isEmpty();
    }

    @Test
    @DisplayName("STORE-113 a document written since it was read, new twice or unknown is refused, with the version")
    default void a_stale_document_is_refused(StoreUnderTest store) {
        if (refusesDocuments(store)) {
            return;
        }
        write(store, ACME, VIEW, 0, "one");
        write(store, ACME, VIEW, 1, "two");

        isStale(store, VIEW, 0, "three", 2);
        isStale(store, VIEW, 1, "three", 2);
        isStale(store, VIEW, 1, null, 2);
        isStale(store, new DocumentKey("view", "none"), 4, "three", 0);
        isStale(store, new DocumentKey("view", "none"), 4, null, 0);

        assertThat(documents(store).find(ACME, VIEW).map(Document::text)).contains("two");
    }

    @Test
    @DisplayName("STORE-114 a document and the leads of its changeset are written together or not at all")
    default void a_document_is_written_with_its_leads(StoreUnderTest store) {
        if (refusesDocuments(store)) {
            return;
        }
        write(store, ACME, VIEW, 0, "one");
        Lead lead = aLead().build();
        ChangesetBuilder stale = aChangeset();
        stale.create(lead, NOW, null);
        stale.document(VIEW, 0, "two");

        assertThatThrownBy(() -> store.commit(stale)).isInstanceOf(StaleDocumentException.class);
        assertThat(store.find(lead)).isEmpty();

        ChangesetBuilder right = aChangeset();
        Lead stored = right.create(lead, NOW, null);
        right.document(VIEW, 1, "two").document(new DocumentKey("view", "other"), 0, "new");
        store.commit(right);

        assertThat(store.find(lead)).contains(stored);
        assertThat(documents(store).find(ACME, VIEW).map(Document::text)).contains("two");
        assertThat(store.spi().commit(right.build()).repeated()).isTrue();
        assertThat(documents(store).find(ACME, VIEW).map(Document::version)).contains(2L);
    }

    @Test
    @DisplayName("STORE-115 a removed document is gone, and its name is free")
    default void a_removed_document_is_gone(StoreUnderTest store) {
        if (refusesDocuments(store)) {
            return;
        }
        write(store, ACME, VIEW, 0, "one");
        write(store, GLOBEX, VIEW, 0, "theirs");
        write(store, ACME, VIEW, 1, null);

        assertThat(documents(store).find(ACME, VIEW)).isEmpty();
        assertThat(documents(store).find(GLOBEX, VIEW)).isPresent();

        write(store, ACME, VIEW, 0, "again");
        assertThat(documents(store).find(ACME, VIEW).map(Document::version)).contains(1L);
    }

    @Test
    @DisplayName("STORE-116 documents of a kind are listed page by page, by the code points of their names")
    default void documents_are_listed_by_name(StoreUnderTest store) {
        if (refusesDocuments(store)) {
            return;
        }
        List<String> names = new ArrayList<>(List.of("b", "B", "a", "á", "ab", "a b", "ａ", "🙂", "\uE000", "Z", "ß"));
        names.forEach(name -> write(store, ACME, new DocumentKey("view", name), 0, name));
        write(store, ACME, new DocumentKey("viewx", "a"), 0, "another kind");
        write(store, GLOBEX, new DocumentKey("view", "theirs"), 0, "another tenant");
        names.sort(Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));

        List<String> listed = new ArrayList<>();
        PageRequest request = PageRequest.first(4);
        for (Page<Document> page = documents(store).list(ACME, "view", request); ; ) {
            page.items().forEach(document -> listed.add(document.text()));
            String next = page.next();
            if (next == null) {
                break;
            }
            page = documents(store).list(ACME, "view", request.after(next));
        }

        assertThat(listed).isEqualTo(names);
        String cursor = StoreUnderTest.cursor(
                documents(store).list(ACME, "view", request).next());
        assertThatThrownBy(() -> documents(store).list(GLOBEX, "view", request.after(cursor)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> documents(store).list(ACME, "viewx", request.after(cursor)))
                .isInstanceOf(InvalidInputException.class);
    }

    private static void isStale(
            StoreUnderTest store, DocumentKey key, long expected, @Nullable String text, long found) {
        ChangesetBuilder unit = aChangeset().document(key, expected, text);

        var refused = catchThrowableOfType(StaleDocumentException.class, () -> store.commit(unit));

        assertThat(refused).as("a refused commit").isNotNull();
        assertThat(refused.key()).isEqualTo(key);
        assertThat(refused.expected()).as("the version that was expected").isEqualTo(expected);
        assertThat(refused.found()).as("the version that was found").isEqualTo(found);
    }

    private static void write(
            StoreUnderTest store, TenantId tenant, DocumentKey key, long expected, @Nullable String text) {
        store.commit(aChangeset(tenant).document(key, expected, text));
    }

    private static Documents documents(StoreUnderTest store) {
        return store.spi().capabilities().requireDocuments();
    }

    /** Whether the store declares none; then they are refused before anything is written. */
    private static boolean refusesDocuments(StoreUnderTest store) {
        if (Optional.ofNullable(store.spi().capabilities().documents()).isPresent()) {
            return false;
        }
        Lead lead = aLead().build();
        ChangesetBuilder unit = aChangeset();
        unit.create(lead, NOW, null);
        unit.document(VIEW, 0, "one");
        assertThatThrownBy(() -> store.commit(unit)).isInstanceOf(UnsupportedCapabilityException.class);
        assertThat(store.find(lead)).isEmpty();
        return true;
    }
}
