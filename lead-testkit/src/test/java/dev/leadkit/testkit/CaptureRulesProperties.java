package dev.leadkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Pipeline;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Rules built in code and rules read from a document are the same; and the domain gives what its types say. */
@Domain(LeadKitDomain.class)
class CaptureRulesProperties {
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void what_is_built_can_be_written_and_is_read_as_it_was(@ForAll CaptureRules rules) {
        CaptureRules read = CaptureRules.parse(rules.toJson());

        assertThat(read).isEqualTo(rules).hasSameHashCodeAs(rules);
        assertThat(read.rules()).isEqualTo(rules.rules());
        assertThat(read.patterns()).isEqualTo(rules.patterns());
        assertThat(read.attributes()).isEqualTo(rules.attributes());
        assertThat(read.toJson()).isEqualTo(rules.toJson());
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void a_domain_gives_leads_conversations_pipelines_and_texts(
            @ForAll Lead lead, @ForAll Transcript conversation, @ForAll Pipeline pipeline, @ForAll String text) {
        assertThat(lead.toBuilder().build()).isEqualTo(lead);
        assertThat(conversation.messages()).isNotEmpty().isSorted();
        assertThat(pipeline.stages()).contains(pipeline.start());
        assertThat(text).isNotNull();
    }
}
