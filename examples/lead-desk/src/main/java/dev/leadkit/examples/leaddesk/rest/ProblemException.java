package dev.leadkit.examples.leaddesk.rest;

/** Ends a request with a problem. Nothing was written. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(int status, String code, String detail) {
        this(Problem.of(status, code, detail));
    }

    public Problem problem() {
        return problem;
    }
}
