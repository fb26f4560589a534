package dev.leadkit.scoring.table;

/**
 * Which rows are meant: those with one value in one column.
 *
 * @param column its header
 * @param value compared with the cell as it is, blanks around it left out
 */
public record Where(String column, String value) {}
