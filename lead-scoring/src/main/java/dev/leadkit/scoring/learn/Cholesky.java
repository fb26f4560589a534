package dev.leadkit.scoring.learn;

/** The factor L of a symmetric positive matrix, A = L Lᵀ. Rows are kept up to the diagonal. */
final class Cholesky {
    private static final double LEAST = 1e-10;

    private final double[][] lower;

    /** @param matrix its rows up to the diagonal at least; is overwritten */
    Cholesky(double[][] matrix) {
        lower = matrix;
        for (int i = 0; i < matrix.length; i++) {
            double[] row = matrix[i];
            for (int j = 0; j < i; j++) {
                row[j] = (row[j] - dot(row, matrix[j], 0, j)) / matrix[j][j];
            }
            row[i] = Math.sqrt(Math.max(row[i] - dot(row, row, 0, i), LEAST));
        }
    }

    /** Four sums at a time, which is quicker and always in the same order. */
    private static double dot(double[] a, double[] b, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = from;
        for (; k + 3 < to; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (; k < to; k++) {
            s0 += a[k] * b[k];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** x with A x = b. */
    double[] solve(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - dot(lower[i], x, 0, i)) / lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= lower[i][k] * x[i];
            }
        }
        return x;
    }

    /** The inverse of L by its columns: entry {@code [j][i]} stands in row i of column j, for i from j on. */
    double[][] inverseColumns() {
        int size = lower.length;
        var columns = new double[size][size];
        for (int j = 0; j < size; j++) {
            double[] column = columns[j];
            column[j] = 1 / lower[j][j];
            for (int i = j + 1; i < size; i++) {
                column[i] = -dot(lower[i], column, j, i) / lower[i][i];
            }
        }
        return columns;
    }

    /** An entry of the inverse of A. */
    static double inverseEntry(double[][] inverseColumns, int i, int j) {
        return dot(inverseColumns[i], inverseColumns[j], Math.max(i, j), inverseColumns.length);
    }
}
