/**
 * Reads and writes JSON for LeadKit's own modules, and for them alone: no other package sees the parser behind it.
 *
 * <p>Definitions are read through {@link dev.leadkit.definition.json.DefinitionReader}, which collects problems instead
 * of stopping at the first; plain values through {@link dev.leadkit.definition.json.JsonText}.
 */
@NullMarked
package dev.leadkit.definition.json;

import org.jspecify.annotations.NullMarked;
