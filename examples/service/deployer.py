# SPDX-License-Identifier: Apache-2.0
"""What the service does, whichever server it runs in."""

import json

from acme.deployer.v1.deployer_pb2 import RenderRequest, RenderResponse

from planton_sts import outputs, problem_message, render, settle


def response(request: RenderRequest) -> RenderResponse:
    """What a valid request is answered; InvalidManifestError where its references cannot be settled."""
    application = settle(request.input)
    return RenderResponse(
        objects=json.dumps(render(application)),
        outputs=outputs(application),
        warnings=[problem_message(warning, request.input) for warning in application.warnings],
    )
