package io.entente.hub.estate;

import io.entente.model.problem.Problem;
import java.util.Optional;

/**
 * What became of a hand edit.
 *
 * @param version of the gateway's resources now
 * @param pushProblem why the edit, though stored, was not pushed; empty when it was
 */
public record NativeEdit(long version, Optional<Problem> pushProblem) {}
