package io.entente.connector.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract is able to fail: each wrong connector is caught by the rule it breaks. */
class ContractCatchesFaultsTest {

  static Stream<Arguments> faults() {
    return Stream.of(
        caught(FakeFault.SWALLOWS_READ_ERRORS, ConnectorContract::failedReadIsNeverAnEmptySuccess),
        caught(
            FakeFault.READS_ONLY_THE_FIRST_PAGE, ConnectorContract::readsEveryObjectOnceAndSaysSo),
        caught(
            FakeFault.OVERWRITES_FOREIGN_PARTS,
            ConnectorContract::foreignPartsStayUntouchedByApplyChangeAndRemoval),
        caught(
            FakeFault.OVERWRITES_FOREIGN_PARTS,
            ConnectorContract::convergesAfterACrashWithAnyAnswerLost),
        caught(
            FakeFault.WRITES_WHAT_WAS_PLANNED_WITHOUT_A_FRESH_LOOK,
            ConnectorContract::foreignEditsBetweenPlanAndApplySurvive),
        caught(FakeFault.CREATES_TWICE, ConnectorContract::applyingAStepTwiceIsDoneWithoutAWrite),
        caught(
            FakeFault.IGNORES_PRECONDITIONS,
            ConnectorContract::lostPreconditionRefusesAndChangesNothing),
        caught(
            FakeFault.CALLS_A_LOST_ANSWER_REFUSED,
            ConnectorContract::lostAnswerIsUnknownAndARereadTellsThatItLanded),
        caught(
            FakeFault.LOSES_WRITES,
            ConnectorContract::whatWasAppliedIsReadBackAndTheSecondPlanIsEmpty),
        caught(FakeFault.LOSES_WRITES, ConnectorContract::aGroupDoesWhatItsStepsDoOneByOne),
        caught(
            FakeFault.CALLS_A_LOST_ANSWER_REFUSED,
            ConnectorContract::lostAnswerInAGroupIsUnknownOfItsStepOnly),
        caught(
            FakeFault.CHECKS_ONLY_THE_FIRST_OF_A_GROUP,
            ConnectorContract::aLostPreconditionInAGroupTouchesOnlyTheOthers),
        caught(
            FakeFault.CALLS_WHAT_WAS_NOT_SENT_DONE,
            ConnectorContract::aLostPreconditionInAGroupTouchesOnlyTheOthers),
        caught(FakeFault.LOSES_WRITES, ConnectorContract::convergesAfterACrashInsideAGroup));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void catches(FakeFault fault, Consumer<ConnectorContract> rule) {
    // Given
    var contract =
        new ConnectorContract() {
          @Override
          protected ConnectorFixture open() {
            return new FakeFixture(fault);
          }
        };
    // When, Then
    assertThatThrownBy(() -> rule.accept(contract)).isInstanceOf(AssertionError.class);
  }

  private static Arguments caught(FakeFault fault, Consumer<ConnectorContract> rule) {
    return Arguments.of(fault, rule);
  }
}
