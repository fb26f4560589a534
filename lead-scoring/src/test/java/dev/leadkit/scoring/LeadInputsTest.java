package dev.leadkit.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Provenance;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LeadInputsTest {
    private static LeadInputs ofField(FieldValue value) {
        var provenance = new Provenance(Provenance.Origin.MESSAGE, "test", Assurance.CLAIMED, 1, null, Leads.NOW);
        var fields = new TreeMap<String, Attributed<FieldValue>>();
        fields.put("seats", new Attributed<>(value, provenance));
        return new LeadInputs(
                new LeadBinding(List.of("field.seats", "field.other")),
                Leads.aLead().fields(fields).build());
    }

    private static LeadInputs of(Contact contact, String... names) {
        return new LeadInputs(new LeadBinding(List.of(names)), Leads.aLeadWith(contact));
    }

    @Test
    void a_custom_field_is_a_number_if_it_holds_one() {
        assertThat(ofField(FieldValue.of(new BigDecimal("12.5"))).number(0)).isEqualTo(12.5);
        assertThat(ofField(FieldValue.of(Money.of("99.90", "EUR"))).number(0)).isCloseTo(99.9, within(1e-9));
        assertThat(ofField(FieldValue.of("42")).number(0)).isEqualTo(42);
        assertThat(ofField(FieldValue.of("many")).number(0)).isNaN();
        assertThat(ofField(FieldValue.of(12)).number(1)).isNaN();
    }

    @Test
    void a_custom_field_is_a_text_and_a_truth_yes_or_no() {
        assertThat(ofField(FieldValue.choice("retail")).text(0)).isEqualTo("retail");
        assertThat(ofField(FieldValue.of(true)).text(0)).isEqualTo("yes");
        assertThat(ofField(FieldValue.of(false)).text(0)).isEqualTo("no");
        assertThat(ofField(FieldValue.of("retail")).text(1)).isNull();
        assertThat(ofField(FieldValue.of("retail")).because(0)).isNull();
    }

    @Test
    void says_in_words_what_contact_details_are_given() {
        LeadInputs given = of(Leads.emailAndPhone(), "contact.email", "contact.phone", "contact.name");

        assertThat(given.because(0)).isEqualTo("e-mail given");
        assertThat(given.because(1)).isEqualTo("phone given");
        assertThat(given.because(2)).isEqualTo("none");
        assertThat(given.text(0)).isEqualTo("yes");
        assertThat(given.text(2)).isNull();
        assertThat(given.number(0)).isNaN();
    }

    @Test
    void a_binding_knows_which_inputs_no_lead_has() {
        var binding = new LeadBinding(List.of("contact.email", "field.seats", "column.Region"));

        assertThat(binding.input(0)).isEqualTo(LeadInput.EMAIL);
        assertThat(binding.input(1)).isNull();
        assertThat(binding.field(1)).isEqualTo("seats");
        assertThat(binding.unsupplied()).containsExactly("column.Region");
    }
}
