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
 * Lets the veraPDF engine judge files by PDF/UA-1 and prints what it finds, fields parted by tabs, for validate.py to read:
 * a line "file, path, pass|fail, number of assertions", then for each broken rule "rule, number, times, message, place".
 * Ends with 0 when every file could be judged, whatever the verdict.
 */
public final class Validate {
    private static final PDFAFlavour PDF_UA_1 = PDFAFlavour.PDFUA_1;

    public static void main(String[] paths) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String path : paths) {
            judge(path);
        }
    }

    private static void judge(String path) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), PDF_UA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDF_UA_1, false)) {
            ValidationResult result = validator.validate(parser);
            print("file", path, result.isCompliant() ? "pass" : "fail", result.getTotalAssertions());
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
