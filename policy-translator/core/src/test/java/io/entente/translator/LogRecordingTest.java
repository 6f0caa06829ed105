package io.entente.translator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.model.event.Recording;
import io.entente.model.event.Recording.ErrorsAndSample;
import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec;
import io.entente.policy.PolicySpec.Merge;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.PolicySpec.Require;
import io.entente.policy.TargetRef;
import io.entente.policy.TrafficLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogRecordingTest {

  private final Policy all = log("all", Recording.ALL);
  private final Policy ten = log("ten", new ErrorsAndSample(10));
  private final Policy counts = log("counts", Recording.AGGREGATE);
  private final Policy hundred = log("hundred", new ErrorsAndSample(100));

  @Test
  void theFullestThatAnyLogAsksForIsAsked() {
    assertThat(LogRecording.of(List.of(hundred, ten)).asked()).isEqualTo(new ErrorsAndSample(10));
    assertThat(LogRecording.of(List.of(hundred, all, ten)).asked()).isEqualTo(Recording.ALL);
    assertThat(LogRecording.of(List.of()).asked()).isEqualTo(Recording.ALL);
  }

  @Test
  void onlyWhatLeavesSomethingOutIsToldToTheHub() {
    assertThat(LogRecording.of(List.of(ten)).told()).isTrue();
    assertThat(LogRecording.of(List.of(ten, all)).told()).isFalse();
  }

  @Test
  void keepingAllIsExactAndASampleSaysWhoLeavesOut() {
    var whole = said(LogRecording.of(List.of(all)), all);
    var sampled = said(LogRecording.of(List.of(ten)), ten);

    assertThat(whole.grade()).isEqualTo(FidelityGrade.EXACT);
    assertThat(sampled.deviations()).extracting(Deviation::code).containsExactly("left-out-by-hub");
    assertThat(sampled.deviations().get(0).bound()).contains("every 10 exchanges");
  }

  @Test
  void aLogThatSharesWithAFullerOneSaysThatMoreIsKept() {
    var said = said(LogRecording.of(List.of(hundred, all)), hundred);

    assertThat(said.deviations()).extracting(Deviation::code).containsExactly("kept-by-fuller");
    assertThat(said.deviations().get(0).bound()).startsWith("all is kept, not errors-and-1-in-100");
  }

  @Test
  void countsSayWhoCountsAndThatNothingElseIsKept() {
    var said = said(LogRecording.of(List.of(counts)), counts);

    assertThat(said.deviations()).extracting(Deviation::code).containsExactly("counted-by-hub");
  }

  @Test
  void countsThatShareWithAFullerLogSayThatRequestsAreKeptOneByOne() {
    var recording = LogRecording.of(List.of(counts, hundred));

    assertThat(recording.asked()).isEqualTo(new ErrorsAndSample(100));
    assertThat(said(recording, counts).deviations())
        .extracting(Deviation::code, Deviation::direction)
        .containsExactly(
            tuple("left-out-by-hub", Direction.DIFFERENT),
            tuple("kept-by-fuller", Direction.DIFFERENT));
  }

  private static FieldFidelity said(LogRecording recording, Policy policy) {
    var ledger = new FieldLedger(policy);
    recording.report(ledger, EvidenceGrade.JUDGED);
    return ledger.report("api/route").fields().stream()
        .filter(field -> field.field().equals("record"))
        .findFirst()
        .orElseThrow();
  }

  private static Policy log(String name, Recording recording) {
    return new Policy(
        new PolicyVersion(new PolicyName(name), 1),
        Labels.none(),
        new PolicySpec(
            List.of(new TargetRef(TargetRef.Kind.TENANT, Optional.empty(), Labels.none())),
            Merge.DEFAULT,
            0,
            Mode.ENFORCE,
            Require.APPROXIMATE,
            OnError.DENY,
            new TrafficLog(Duration.ofSeconds(1), recording)));
  }
}
