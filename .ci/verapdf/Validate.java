import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Lets the veraPDF engine judge files by PDF/UA-1 and by PDF/A-3A and prints what it finds, fields parted by tabs, for
 * judge.py to read: for each standard a line "file, path, ua1|a3a, pass|fail, number of assertions", then for each broken
 * rule "rule, number, times, message, place". The paths come on the standard input, one a line.
 * Ends with 0 when every file could be judged, whatever the verdict.
 */
public final class Validate {
    private static final Map<String, PDFAFlavour> STANDARDS = new LinkedHashMap<>();

    static {
        STANDARDS.put("ua1", PDFAFlavour.PDFUA_1);
        STANDARDS.put("a3a", PDFAFlavour.PDFA_3_A);
    }

    public static void main(String[] none) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        String paths = new String(System.in.readAllBytes(), "UTF-8");
        for (String path : paths.split("\n")) {
            for (Map.Entry<String, PDFAFlavour> standard : STANDARDS.entrySet()) {
                judge(path, standard.getKey(), standard.getValue());
            }
        }
    }

    private static void judge(String path, String name, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            print("file", path, name, result.isCompliant() ? "pass" : "fail", result.getTotalAssertions());
            Map<String, Integer> times = new LinkedHashMap<>();
            Map<String, TestAssertion> first = new LinkedHashMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    times.merge(rule, 1, Integer::sum);
                    first.putIfAbsent(rule, assertion);
                }
            }
            for (Map.Entry<String, TestAssertion> entry : first.entrySet()) {
                TestAssertion assertion = entry.getValue();
                String place = assertion.getLocation().getContext();
                print("rule", entry.getKey(), times.get(entry.getKey()), assertion.getMessage(), place);
            }
        }
    }

    private static void print(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(line.length() == 0 ? "" : "\t").append(String.valueOf(field).replaceAll("\\s+", " "));
        }
        System.out.println(line);
    }
}
