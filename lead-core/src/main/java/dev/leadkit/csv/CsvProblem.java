package dev.leadkit.csv;

/**
 * Why a line of a table can't be read.
 *
 * @param code stable and kebab-case: {@code text-after-quote}, {@code unclosed-quote}, {@code undecodable},
 *     {@code cell-too-long}, {@code line-too-long}, {@code too-many-columns}
 * @param line the line of the file, counted from 1
 * @param column the character of that line, counted from 1
 * @param expected what would have been taken
 * @param found what stands there, without repeating it
 * @param last whether the rest of the table can't be told apart any more, and is not read
 */
public record CsvProblem(String code, long line, long column, String expected, String found, boolean last) {}
