package dev.leadkit.csv;

import dev.leadkit.csv.ImportColumns.Column;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.pipeline.Pipeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the cells of one line into values, and finds all that is wrong with them. Used once. */
final class LineParser {
    private final ImportColumns columns;
    private final ImportSettings settings;
    private final LeadFields fields;
    private final Pipeline pipeline;
    private final ContactNormalizer normalizer;
    private final Instant now;
    private final List<LineError> errors = new ArrayList<>();
    private final Map<CsvField, List<String>> cells = new EnumMap<>(CsvField.class);
    private final Map<Column, String> custom = new LinkedHashMap<>();

    LineParser(CsvDesk desk, ImportSettings settings, ImportColumns columns, Instant now) {
        this.columns = columns;
        this.settings = settings;
        this.fields = desk.fields();
        this.pipeline = desk.pipeline();
        this.normalizer = desk.normalizer();
        this.now = now;
    }

    /** All that is wrong; empty when the values are good. */
    List<LineError> errors() {
        return errors;
    }

    /** The values as far as they are good. */
    LineValues parse(CsvRecord line) {
        if (line.problem() != null) {
            errors.add(LineErrors.unreadable(line.problem()));
        } else {
            sort(line.cells());
        }
        return new LineValues(
                single(CsvField.LEAD_ID, text -> LeadId.parse(text.strip())),
                lead(),
                single(CsvField.STAGE, text -> CellValues.stage(text.strip(), pipeline)),
                single(CsvField.LOST_REASON, text -> Input.name(LeadField.LOST_REASON, text)),
                single(CsvField.PROBABILITY, text -> CellValues.probability(text, settings.numbers())),
                toCome(single(
                        CsvField.SNOOZED_UNTIL,
                        text -> CellValues.instant("snoozedUntil", text.strip(), settings.zone()))),
                notes(),
                single(CsvField.CREATED_AT, text -> CellValues.past(text.strip(), settings.zone(), now)));
    }

    /** A snooze that is over is none. */
    private @Nullable Instant toCome(@Nullable Instant until) {
        return until == null || !until.isAfter(now) ? null : Input.instant(LeadField.SNOOZED_UNTIL, until);
    }

    /** Puts each cell that says something to its field. */
    private void sort(List<String> line) {
        int known = columns.columns().size();
        if (line.size() > known && !line.subList(known, line.size()).stream().allMatch(String::isBlank)) {
            errors.add(LineErrors.tooManyCells(known, line.size()));
        }
        for (int i = 0; i < Math.min(known, line.size()); i++) {
            Column column = columns.columns().get(i);
            if (!column.isImported() || line.get(i).isBlank()) {
                continue;
            }
            String text = FormulaEscape.READ.apply(line.get(i));
            CsvField field = column.field();
            if (field == null) {
                custom.put(column, text);
            } else {
                cells.computeIfAbsent(field, none -> new ArrayList<>())
                        .addAll(field.isList() && field != CsvField.NOTE ? ListCell.split(text) : List.of(text));
            }
        }
    }

    private NewLead lead() {
        NewLead lead = named().source(settings.source());
        if (settings.region() != null) {
            lead = lead.region(settings.region());
        }
        lead = with(lead, CsvField.EMAIL, this::withEmail);
        lead = with(lead, CsvField.PHONE, this::withPhone);
        lead = with(lead, CsvField.COMPANY, NewLead::company);
        lead = with(lead, CsvField.LOCATION, NewLead::location);
        lead = with(lead, CsvField.AVATAR, NewLead::avatar);
        lead = with(lead, CsvField.SOURCE, (its, text) -> its.source(LeadSource.of(text)));
        lead = with(lead, CsvField.TAGS, NewLead::tag);
        lead = with(lead, CsvField.ASSIGNEE, NewLead::assignee);
        lead = with(lead, CsvField.EXTERNAL_ID, NewLead::externalId);
        lead = with(lead, CsvField.AMOUNT, (its, text) -> its.expecting(money(text)));
        return lead.fields(customValues());
    }

    private Map<String, FieldValue> customValues() {
        Map<String, FieldValue> values = new TreeMap<>();
        custom.forEach((column, text) -> {
            String key = String.valueOf(column.custom());
            FieldValue value = read(column.header(), text, cell -> customValue(key, cell));
            if (value != null) {
                values.put(key, value);
            }
        });
        return values;
    }

    private FieldValue customValue(String key, String text) {
        FieldValue written = switch (fields.get(key).type()) {
            case NUMBER -> FieldValue.of(CellValues.number(text, settings.numbers()));
            case MONEY -> FieldValue.of(CellValues.money(text, settings.currency(), settings.numbers()));
            case BOOL -> FieldValue.of(text.strip().toLowerCase(Locale.ROOT)); // spreadsheets write TRUE
            case DATE, ENUM -> FieldValue.of(text.strip());
            case REF -> FieldValue.ref(text); // an id, of which blanks are a part
            case TEXT -> FieldValue.of(text);
        };
        return Objects.requireNonNull(fields.accept(Map.of(key, written)).get(key));
    }

    private NewLead named() {
        CsvField field = CsvField.NAME;
        List<String> parts = cells.getOrDefault(field, List.of());
        if (parts.isEmpty()) {
            field = cells.containsKey(CsvField.FIRST_NAME) ? CsvField.FIRST_NAME : CsvField.LAST_NAME;
            parts = new ArrayList<>(cells.getOrDefault(CsvField.FIRST_NAME, List.of()));
            parts.addAll(cells.getOrDefault(CsvField.LAST_NAME, List.of()));
        }
        String name = parts.stream().map(String::strip).collect(Collectors.joining(" "));
        NewLead named = name.isEmpty() ? null : read(field, name, NewLead::named);
        return named == null ? NewLead.unknown() : named;
    }

    private NewLead withEmail(NewLead lead, String text) {
        Identity.claimed(IdentityKind.EMAIL, normalizer.email(CellValues.address(text)));
        return lead.email(text);
    }

    private NewLead withPhone(NewLead lead, String text) {
        Identity.claimed(
                IdentityKind.PHONE, normalizer.phone(text, settings.region()).value());
        return lead.phone(text);
    }

    private Money money(String text) {
        List<String> currencies = cells.getOrDefault(CsvField.CURRENCY, List.of());
        return CellValues.money(
                text, currencies.isEmpty() ? settings.currency() : currencies.get(0), settings.numbers());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (String note : cells.getOrDefault(CsvField.NOTE, List.of())) {
            String text = read(CsvField.NOTE, note, value -> Input.text("note", value));
            if (text != null) {
                notes.add(text);
            }
        }
        return notes;
    }

    /** The lead with each value that the line has for a field; without those that it can't take. */
    private NewLead with(NewLead lead, CsvField field, BiFunction<NewLead, String, NewLead> setter) {
        NewLead next = lead;
        for (String cell : cells.getOrDefault(field, List.of())) {
            NewLead before = next;
            NewLead after = read(field, cell, text -> setter.apply(before, text));
            next = after == null ? before : after;
        }
        return next;
    }

    private <T> @Nullable T single(CsvField field, Function<String, T> reading) {
        List<String> cell = cells.getOrDefault(field, List.of());
        return cell.isEmpty() ? null : read(field, cell.get(0), reading);
    }

    private <T> @Nullable T read(CsvField field, String cell, Function<String, T> reading) {
        return read(columns.headerOf(field), cell, reading);
    }

    private <T> @Nullable T read(@Nullable String header, String cell, Function<String, T> reading) {
        try {
            return reading.apply(cell);
        } catch (InvalidInputException invalid) {
            errors.add(LineErrors.invalid(header, invalid));
            return null;
        }
    }
}
