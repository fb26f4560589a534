package dev.leadkit.capture.extract;

import java.util.List;

/**
 * Finds a visitor's firm in Korean, which glues endings to it: "한빛전자 김민수입니다", "한빛전자의 김민수입니다", "한빛전자에서 일합니다",
 * "저희 회사는 한빛전자입니다".
 *
 * <p>Nearly matches, and is not found: "한빛전자에서 샀습니다".
 */
final class KoreanFirm {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 16;
    private static final int AHEAD = 16;
    private static final double CONFIDENCE = 0.8;

    /** What ends or begins the name of a firm or another body. */
    private static final List<String> KINDS = List.of(
            "주식회사", "(주)", "㈜", "전자", "건설", "상사", "물산", "산업", "은행", "병원", "대학교", "학교", "호텔", "카페", "식당", "디자인", "테크",
            "솔루션", "무역", "유통", "물류", "그룹", "제약", "화학", "컴퍼니", "학원", "마트", "미용실", "부동산", "사무소", "엔지니어링", "소프트", "시스템",
            "스튜디오", "코리아", "네트웍스", "베이커리", "어린이집", "유치원", "협회", "재단", "연구소");

    private static final List<String> STATED =
            List.of("입니다", "이에요", "예요", "라고 합니다", "라고 해요", "라고합니다", "인데요", "이고", "근무", "일하", "일합", "다니");

    private static final List<String> NOT_OWN = List.of("구매", "구입", "샀", "주문", "사용", "예약", "고객", "환자");

    private static final List<String> PARTICLES = List.of("에서", "의", "는", "은", "이", "에");

    private KoreanFirm() {}

    static void add(String text, List<Candidate<String>> found) {
        int start = 0;
        while (start < text.length() && found.isEmpty()) {
            int end = endOfWord(text, start);
            if (end - start >= SHORTEST) {
                read(text, start, end, found);
            }
            start = Math.max(end, start + 1);
        }
    }

    private static void read(String text, int start, int end, List<Candidate<String>> found) {
        int name = end;
        int stated = indexOfStated(text, start, end);
        if (stated > start) {
            name = stated;
        } else {
            for (String particle : PARTICLES) {
                if (name == end && text.startsWith(particle, end - particle.length())) {
                    name -= particle.length();
                }
            }
        }
        boolean firm = endsInKind(text, start, name) || endsInKind(text, start, end);
        name = endsInKind(text, start, name) ? name : end;
        String behind = text.substring(name, Math.min(text.length(), end + AHEAD));
        int sentence = indexOfMark(behind);
        String said = sentence < 0 ? behind : behind.substring(0, sentence);
        boolean own =
                STATED.stream().anyMatch(said::contains) && NOT_OWN.stream().noneMatch(said::contains);
        if (firm && own) {
            Span span = new Span(start, name);
            found.add(new Candidate<>(span.of(text), span, CONFIDENCE, CompanyCue.Kind.WORKPLACE.code));
        }
    }

    private static int indexOfStated(String text, int start, int end) {
        int at = text.substring(start, end).indexOf("입니다");
        return at > 0 ? start + at : -1;
    }

    private static int indexOfMark(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (".!?,\n".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** With more before or behind it than what it is. */
    private static boolean endsInKind(String text, int start, int end) {
        String name = text.substring(start, Math.max(start, end));
        return KINDS.stream()
                .anyMatch(kind -> name.length() >= kind.length() + SHORTEST
                        && (name.endsWith(kind) || isForm(kind) && name.startsWith(kind)));
    }

    private static boolean isForm(String kind) {
        return kind.equals("(주)") || kind.equals("㈜") || kind.equals("주식회사");
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start < LONGEST
                && (Character.isLetterOrDigit(text.charAt(end)) || "()㈜".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }
}
