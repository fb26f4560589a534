package dev.leadkit.examples.springboot.chat;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stands for whoever wants to know of leads. What it logs names nobody. */
@Component
class SalesDesk implements LeadListener {
    private static final Logger LOG = LoggerFactory.getLogger(SalesDesk.class);

    @Override
    public void onEvent(LeadEvent event) {
        LOG.info("{} of {}: lead {} {}", event.id(), event.tenant(), event.lead(), event.changeTypes());
    }
}
