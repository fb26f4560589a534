package dev.leadkit.assign;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.LeadNotFoundException;
import java.util.Collection;
import java.util.Optional;

/**
 * Gives the leads of one tenant's pipeline to the members of its team, in the name of one actor. Safe to share.
 *
 * <p>Leads, and whose turn it is, are written together or not at all: of two who assign at the same moment one is told
 * that the rotation moved on, reads again and decides again. So turns are taken one after the other, by however many
 * threads and processes, and no one gets more open leads than his capacity through this interface. What others do is not
 * held to it: a person may assign to anybody, and reopen a lead; then its assignee gets nothing more until he has room.
 *
 * <p>Only open leads that nobody looks after are assigned; any other stays with whom it is. Capacities count the open
 * leads of the pipeline.
 *
 * <p>Each method that writes throws {@link ConflictException} when somebody else was faster each of many times, and {@link
 * dev.leadkit.store.StoreException} if the storage failed; then ask again, and who has a lead keeps it.
 */
public interface Assignments {
    /** How many leads are read, decided and committed together. */
    int PORTION = 500;

    /** The team as published last; empty when none was. */
    Optional<Assignment> assignment();

    /**
     * Puts a team in the place of the last. The rotation goes on, with those who stay.
     *
     * @return the same
     * @throws InvalidInputException if its version is not higher than the last one's; one that is published again as it is
     *     changes nothing
     * @throws InvalidDefinitionException if it names a condition that the kit does not have
     */
    Assignment publish(Assignment assignment);

    /**
     * Gives a lead to whoever comes next.
     *
     * @throws LeadNotFoundException if the tenant has no such lead
     */
    AssignmentDecision assign(LeadId lead);

    /**
     * Gives each of many leads to whoever comes next, in the order of the ids, so that they are spread like leads that come
     * one by one. {@value #PORTION} at a time are written together, with one writing of the rotation.
     */
    AssignmentResult assignAll(Collection<LeadId> leads);

    /**
     * Who would get a lead now. Writes nothing.
     *
     * @throws LeadNotFoundException if the tenant has no such lead
     */
    AssignmentDecision explain(LeadId lead);

    /**
     * Gives away the backlog, the open leads that nobody looks after, oldest first, until nobody can take more. A lead that
     * nobody has the skills or the room for is passed over and does not keep younger ones waiting. Done again at once, it
     * changes nothing.
     *
     * @param most how many leads to give away at most, 1 or more
     * @throws InvalidInputException if that is less than 1
     */
    DrainResult drain(int most);
}
