"""The base of every model that leaves the pipeline."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen model that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
