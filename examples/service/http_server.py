# SPDX-License-Identifier: Apache-2.0
"""The same over HTTP: a manifest in YAML or JSON in, its objects or its problems out."""

from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from google.protobuf.json_format import MessageToDict

from planton_sts import InvalidManifestError, Problem, load_one, outputs, render, settle

MAX_BYTES = 256 * 1024
# One mistake may be found at thousands of places.
MAX_PROBLEMS = 100

app = FastAPI()


async def bounded(request: Request) -> bytes:
    """The body, unless it is longer than a manifest can be."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BYTES:
            raise HTTPException(413, f"a manifest has at most {MAX_BYTES} bytes")
    return bytes(body)


@app.post("/render")
def render_manifest(body: Annotated[bytes, Depends(bounded)]) -> dict[str, Any]:
    """The objects that the manifest stands for, and where the application can be reached."""
    application = settle(load_one(body))
    return {"objects": render(application), "outputs": MessageToDict(outputs(application))}


@app.exception_handler(InvalidManifestError)
def refusal(_: Request, error: InvalidManifestError) -> JSONResponse:
    """The problems, and how many more there are than are told."""
    told = [told_of(problem) for problem in error.problems[:MAX_PROBLEMS]]
    return JSONResponse({"problems": told, "more": len(error.problems) - len(told)}, 422)


def told_of(problem: Problem) -> dict[str, Any]:
    """What the client learns of a problem."""
    return {name: getattr(problem, name) for name in ("rule", "path", "line", "column", "message", "hint")}
