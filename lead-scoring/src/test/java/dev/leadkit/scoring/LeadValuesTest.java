package dev.leadkit.scoring;

import static dev.leadkit.scoring.Leads.aLead;
import static dev.leadkit.scoring.Leads.chat;
import static dev.leadkit.scoring.Leads.emailAndPhone;
import static dev.leadkit.scoring.Leads.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LeadValuesTest {
    @Test
    void what_a_lead_has_comes_by_the_names_of_the_inputs_and_nothing_else() {
        var provenance = said("x").provenance();
        var fields = new TreeMap<String, Attributed<FieldValue>>();
        fields.put("seats", new Attributed<>(new FieldValue.Decimal(new BigDecimal("12.5")), provenance));
        fields.put("industry", new Attributed<>(new FieldValue.Choice("retail"), provenance));
        fields.put("vip", new Attributed<>(FieldValue.of(true), provenance));
        fields.put("reseller", new Attributed<>(FieldValue.of(false), provenance));
        Lead lead = aLead().engagement(chat(7, 2, 4, 0.5, 0.25))
                .contact(emailAndPhone().withCompany(said("Acme")))
                .expectedAmount(new Attributed<>(Money.of("500", "EUR"), provenance))
                .assignee("ann")
                .tags(java.util.Set.of("vip"))
                .fields(fields)
                .build();

        assertThat(LeadValues.of(lead))
                .isEqualTo(Map.ofEntries(
                        Map.entry("amount", 500.0),
                        Map.entry("contact.company", "Acme"),
                        Map.entry("contact.email", "yes"),
                        Map.entry("contact.phone", "yes"),
                        Map.entry("engagement.activeMinutes", 4.0),
                        Map.entry("engagement.channels", 1.0),
                        Map.entry("engagement.messages", 7.0),
                        Map.entry("engagement.questions", 2.0),
                        Map.entry("field.industry", "retail"),
                        Map.entry("field.reseller", "no"),
                        Map.entry("field.seats", 12.5),
                        Map.entry("field.vip", "yes"),
                        Map.entry("intent.purchase", 0.5),
                        Map.entry("intent.qualified", 0.25),
                        Map.entry("source", "widget")));
    }
}
