package dev.leadkit.event.webhook;

import dev.leadkit.event.DeliveryFailedException;
import dev.leadkit.lead.InvalidInputException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.Predicate;

/**
 * Where a webhook goes, if it may go there. Its text is never shown: paths and queries of such URLs often hold secrets.
 *
 * @param allowed addresses that are taken although they are not of the public Internet
 */
record WebhookTarget(URI uri, boolean plainHttp, Predicate<InetAddress> allowed) {
    WebhookTarget {
        boolean known =
                "https".equalsIgnoreCase(uri.getScheme()) || plainHttp && "http".equalsIgnoreCase(uri.getScheme());
        if (!known || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new InvalidInputException(
                    "webhook url",
                    "an %s URL with a host, without user and fragment".formatted(plainHttp ? "http or https" : "https"),
                    "another");
        }
    }

    /**
     * Resolves the host.
     *
     * @throws DeliveryFailedException if it has no address, or one that is not allowed
     */
    void check() throws DeliveryFailedException {
        try {
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                if (!PublicAddress.is(address) && !allowed.test(address)) {
                    throw DeliveryFailedException.temporary("the host has an address that is not public");
                }
            }
        } catch (UnknownHostException unknown) {
            throw DeliveryFailedException.temporary("the host has no address");
        }
    }
}
